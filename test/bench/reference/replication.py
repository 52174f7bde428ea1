"""The point fit of Besiroglu et al. (2024), arXiv 2404.10102, after Hoffmann et al. (2022): L-BFGS-B with numeric
gradients from each of 4,500 starts, SciPy's default settings.

Reads a CSV of runs (N, D, loss) from standard input and prints JSON. --every K tries each K-th start only.
"""

import argparse
import itertools
import json
import sys
import time

import numpy as np
from scipy.optimize import minimize

from huber_law import objective, parameters, read_runs

EXPONENTS = (0, 0.5, 1, 1.5, 2)
FLOORS = (-1, -0.5, 0, 0.5, 1)
SCALES = (0, 5, 10, 15, 20, 25)
# Starts that end within this of the best objective, relatively, count as having reached it.
REACHED = 1e-5


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--every", type=int, default=1)
    every = options.parse_args().every
    runs = read_runs(sys.stdin)
    starts = list(itertools.product(SCALES, SCALES, FLOORS, EXPONENTS, EXPONENTS))
    # A fixed permutation first, so that a part of the starts is spread over the whole grid.
    order = np.random.default_rng(1).permutation(len(starts))
    tried = [starts[k] for k in order[::every]]
    begin = time.process_time()
    with np.errstate(all="ignore"):
        ends = [minimize(objective, start, args=runs, method="L-BFGS-B") for start in tried]
    seconds = time.process_time() - begin
    best = min((end for end in ends if np.isfinite(end.fun)), key=lambda end: end.fun)
    reached = sum(end.fun <= best.fun * (1 + REACHED) for end in ends)
    print(
        json.dumps(
            {
                "starts": len(starts),
                "tried": len(tried),
                "seconds": seconds,
                "reachedBest": int(reached),
                "objective": float(best.fun),
                "parameters": parameters(best.x),
            }
        )
    )


main()
