"""The bootstrap of Besiroglu et al. (2024), arXiv 2404.10102: rows are drawn with replacement and the law is fitted again
by BFGS, here with a hand-written gradient and from the optimum of all rows.

Reads a CSV of runs (N, D, loss) from standard input and prints JSON. --refits K, --start a,b,e,alpha,beta,
--gtol the size of the gradient at which BFGS stops.
"""

import argparse
import json
import sys
import time

import numpy as np
from scipy.optimize import minimize

from huber_law import objective_and_gradient, read_runs


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--refits", type=int, default=4000)
    options.add_argument("--start", required=True)
    options.add_argument("--gtol", type=float, default=1e-5)
    asked = options.parse_args()
    start = np.array([float(part) for part in asked.start.split(",")])
    runs = read_runs(sys.stdin)
    rows = len(runs[0])
    random = np.random.default_rng(42)
    draws = [random.integers(rows, size=rows) for _ in range(asked.refits)]
    begin = time.process_time()
    ends = [refit(start, [column[drawn] for column in runs], asked.gtol) for drawn in draws]
    seconds = time.process_time() - begin
    print(
        json.dumps(
            {
                "refits": len(ends),
                "seconds": seconds,
                "iterations": float(np.mean([end.nit for end in ends])),
                "standardErrors": dict(zip(("a", "b", "e", "alpha", "beta"), np.std([end.x for end in ends], axis=0))),
                "converged": int(sum(end.success for end in ends)),
                "aboveOptimum": above_optimum(ends, draws, runs),
            }
        )
    )


def refit(start, runs, gtol):
    return minimize(objective_and_gradient, start, args=tuple(runs), jac=True, method="BFGS", options={"gtol": gtol})


def above_optimum(ends, draws, runs):
    """How far a refit ends above its optimum, relatively: the median of the first 20, by restarting with a fine gtol."""
    excess = []
    for end, drawn in list(zip(ends, draws))[:20]:
        best = end
        for _ in range(5):
            best = refit(best.x, [column[drawn] for column in runs], 1e-12)
        excess.append(end.fun / best.fun - 1)
    return float(np.median(excess))


main()
