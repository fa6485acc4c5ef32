# Writes normal.r-values.json: what R's pnorm and qnorm give, to compare src/statistics/normal.ts with.
#
#   Rscript tests/statistics/normal.r-values.R > tests/statistics/normal.r-values.json
#   npx prettier --write tests/statistics/normal.r-values.json

z <- c(
  seq(-37.5, 10, by = 0.05),
  -8, -5, -2 - 1e-9, -2, -2 + 1e-9, 2 - 1e-9, 2, 2 + 1e-9, 5, 8, 37, # tails and seams
  10^-(1:20), -10^-(1:20)
)
p <- c(
  10^-(300:3), 4.9e-324, 1e-310, # tails, down to the smallest number there is
  (1:499) / 500, pnorm(-2), pnorm(2), # the middle and the seams
  0.5 - 10^-(2:15), 0.5 + 10^-(2:15), # close to the median, where the quantile goes to 0
  1 - 10^-(3:15), 0, 0.5, 1
)

pairs <- function(x, y) {
  finite <- is.finite(y)
  paste(sprintf("[%.17g, %.17g]", x[finite], y[finite]), collapse = ",\n")
}
cat("{\n")
cat(
  '"made by": "Rscript tests/statistics/normal.r-values.R: [z, pnorm(z)] and [p, qnorm(p)] with %.17g, finite only",\n'
)
cat(sprintf('"R": "%s",\n', R.version.string))
cat('"normalDistribution": [\n', pairs(z, pnorm(z)), "],\n", sep = "")
cat('"normalQuantile": [\n', pairs(p, qnorm(p)), "]\n", sep = "")
cat("}\n")
