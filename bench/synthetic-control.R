# Called by synthetic-control.mjs with the folder of the problems; writes JSON lines. See there.
folder <- commandArgs(trailingOnly = TRUE)[1]
files <- sort(list.files(folder, pattern = "^problem-.*csv$", full.names = TRUE))
numbers <- function(x) paste0("[", paste(formatC(x, digits = 17, format = "g"), collapse = ","), "]")
installed <- Filter(function(p) requireNamespace(p, quietly = TRUE), c("quadprog", "kernlab"))
version <- c(R.version.string, sapply(installed, function(p) paste(p, packageVersion(p))))
cat(sprintf('{"version":[%s]}\n', paste0('"', version, '"', collapse = ",")))

# A ridge makes the matrix positive definite, which quadprog demands and more donors than periods prevent.
quadprog <- function(z1, z0) {
  h <- crossprod(z0)
  n <- ncol(z0)
  ridge <- diag(1e-10 * mean(diag(h)), n)
  quadprog::solve.QP(h + ridge, drop(crossprod(z0, z1)), cbind(1, diag(n)), c(1, rep(0, n)), meq = 1)$solution
}
# The call and the settings of the package Synth. As there the numbers are scaled first, here all by the same.
ipop <- function(z1, z0) {
  size <- sd(z0)
  z1 <- z1 / size
  z0 <- z0 / size
  n <- ncol(z0)
  found <- kernlab::ipop(
    c = -crossprod(z0, z1), H = crossprod(z0), A = matrix(1, 1, n), b = 1, l = matrix(0, n, 1),
    u = matrix(1, n, 1), r = 0, margin = 0.0005, sigf = 5, bound = 10, maxiter = 1000
  )
  drop(kernlab::primal(found))
}

seconds <- function() as.numeric(Sys.time())
# Repeated as in synthetic-control.mjs, but what takes over 5 seconds is run once.
timed <- function(run) {
  start <- seconds()
  run()
  first <- seconds() - start
  if (first > 5) return(1000 * first)
  times <- c()
  start <- seconds()
  while (length(times) < 3 || (length(times) < 1001 && seconds() - start < 0.5)) {
    before <- seconds()
    run()
    times <- c(times, seconds() - before)
  }
  1000 * median(times)
}

methods <- list("R quadprog, ridge 1e-10" = list("quadprog", quadprog), "R kernlab ipop, settings of Synth" = list("kernlab", ipop))
for (i in seq_along(files)) {
  units <- as.matrix(read.csv(files[i], header = FALSE))
  large <- grepl("large", files[i])
  for (name in names(methods)) {
    if (!(methods[[name]][[1]] %in% installed)) next
    solve <- methods[[name]][[2]]
    fit <- function(unit) {
      others <- setdiff(seq_len(ncol(units))[-1], unit)
      tryCatch(solve(units[, unit], units[, others]), error = function(e) NULL)
    }
    one <- timed(function() fit(1))
    treated <- if (large) 1 else seq_len(ncol(units))
    placebos <- if (large) "null" else timed(function() for (unit in treated[-1]) fit(unit))
    weights <- sapply(treated, function(unit) {
      w <- fit(unit)
      if (is.null(w) || !all(is.finite(w))) "null" else numbers(w)
    })
    cat(sprintf(
      '{"problem":%d,"method":"%s","one":%f,"placebos":%s,"weights":[%s]}\n',
      i - 1, name, one, placebos, paste(weights, collapse = ",")
    ))
  }
}
