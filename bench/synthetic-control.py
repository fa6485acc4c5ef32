"""Called by synthetic-control.mjs with the folder of the problems; writes JSON lines. See there."""

import glob
import json
import platform
import statistics
import sys
import time

import numpy as np
import scipy
from scipy.optimize import minimize, nnls

try:
    import pysyncon
    from pysyncon.base import VanillaOptimMixin
except ImportError:
    pysyncon = None

versions = [f"Python {platform.python_version()}", f"scipy {scipy.__version__}"]
versions.append("pysyncon not installed" if pysyncon is None else f"pysyncon {pysyncon.__version__}")
print(json.dumps({"version": versions}), flush=True)


def by_nnls(z1, z0):
    """The same exact reformulation as KNAP: deviations from the treated unit, and one row more."""
    deviations = z0 - z1[:, None]
    level = np.sqrt((deviations**2).sum(axis=0)).min()
    system = np.vstack([deviations, np.full(z0.shape[1], level)])
    target = np.zeros(len(z1) + 1)
    target[-1] = level
    weights = nnls(system, target)[0]
    return weights / weights.sum()


def by_slsqp(z1, z0):
    """With the gradient, scaled, and with a tolerance that does not stop it early."""
    deviations = z0 - z1[:, None]
    deviations = deviations / np.abs(deviations).max()
    count = z0.shape[1]
    found = minimize(
        lambda w: float(((deviations @ w) ** 2).sum()),
        np.full(count, 1 / count),
        jac=lambda w: 2 * deviations.T @ (deviations @ w),
        bounds=[(0, 1)] * count,
        constraints={"type": "eq", "fun": lambda w: w.sum() - 1, "jac": lambda w: np.ones((1, count))},
        method="SLSQP",
        options={"ftol": 1e-16, "maxiter": 1000},
    )
    return found.x


def by_pysyncon(z1, z0):
    """The step of pysyncon's Synth that finds the weights for given predictors: here all outcomes, equally important."""
    return VanillaOptimMixin.w_optimize(V_mat=np.eye(len(z1)), X0=z0, X1=z1)[0]


def timed(run):
    """Repeated as in synthetic-control.mjs, but what takes over 5 seconds is run once."""
    start = time.perf_counter()
    run()
    first = time.perf_counter() - start
    if first > 5:
        return 1000 * first
    times = []
    start = time.perf_counter()
    while len(times) < 3 or (len(times) < 1001 and time.perf_counter() - start < 0.5):
        before = time.perf_counter()
        run()
        times.append(time.perf_counter() - before)
    return 1000 * statistics.median(times)


for number, path in enumerate(sorted(glob.glob(f"{sys.argv[1]}/problem-*.csv"))):
    units = np.loadtxt(path, delimiter=",")
    large = "large" in path
    solvers = {"scipy nnls, one row more": by_nnls, "scipy SLSQP, gradient": by_slsqp}
    if pysyncon is not None:
        solvers["pysyncon, outcomes only"] = by_pysyncon
    for method, solve in solvers.items():

        def fit(unit):
            others = [j for j in range(1, units.shape[1]) if j != unit]
            try:
                return solve(units[:, unit], units[:, others])
            except RuntimeError:
                return None

        every = range(units.shape[1])
        # SLSQP takes too long on 500 donors to do that 500 times; pysyncon uses it too.
        treated = [0] if large and solve is not by_nnls else every
        placebos = None if len(treated) == 1 else timed(lambda: [fit(unit) for unit in every[1:]])
        weights = [fit(unit) for unit in treated]
        line = {
            "problem": number,
            "method": method,
            "one": timed(lambda: fit(0)),
            "placebos": placebos,
            "weights": [None if w is None or not np.isfinite(w).all() else w.tolist() for w in weights],
        }
        print(json.dumps(line), flush=True)
