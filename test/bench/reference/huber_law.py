"""The law L(N, D) = E + A/N^alpha + B/D^beta and its objective, as the published fitters compute them.

Hoffmann et al. (2022), arXiv 2203.15556, section 3.3: the sum over the runs of Huber's loss of
ln L - LSE(a - alpha ln N, b - beta ln D, e), with delta = 1e-3 and A, B, E = exp(a), exp(b), exp(e).
theta = (a, b, e, alpha, beta).
"""

import csv

import numpy as np

DELTA = 1e-3


def read_runs(stream):
    """Columns N, D and loss of a CSV: ln N, ln D and ln loss."""
    rows = list(csv.DictReader(stream))
    return tuple(np.log([float(row[name]) for row in rows]) for name in ("N", "D", "loss"))


def residuals(theta, log_n, log_d, log_loss):
    a, b, e, alpha, beta = theta
    terms = np.exp(a - alpha * log_n), np.exp(b - beta * log_d), np.exp(e)
    total = terms[0] + terms[1] + terms[2]
    return log_loss - np.log(total), terms, total


def objective(theta, *runs):
    size = np.abs(residuals(theta, *runs)[0])
    return np.sum(np.where(size <= DELTA, 0.5 * size**2, DELTA * (size - 0.5 * DELTA)))


def objective_and_gradient(theta, log_n, log_d, log_loss):
    residual, (of_n, of_d, floor), total = residuals(theta, log_n, log_d, log_loss)
    size = np.abs(residual)
    value = np.sum(np.where(size <= DELTA, 0.5 * size**2, DELTA * (size - 0.5 * DELTA)))
    slope = -np.clip(residual, -DELTA, DELTA) / total
    by_n, by_d = slope * of_n, slope * of_d
    gradient = [np.sum(by_n), np.sum(by_d), floor * np.sum(slope), -by_n @ log_n, -by_d @ log_d]
    return value, np.array(gradient)


def parameters(theta):
    a, b, e, alpha, beta = (float(x) for x in theta)
    return {"A": float(np.exp(a)), "B": float(np.exp(b)), "E": float(np.exp(e)), "alpha": alpha, "beta": beta}
