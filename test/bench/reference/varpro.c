/*
 * Variable projection on a grid of exponents: for every alpha and beta of 0.01, 0.02 … 1.00, the best E, A and B >= 0 of
 * L(N, D) = E + A/N^alpha + B/D^beta (Golub and Pereyra 1973, SIAM J. Numer. Anal. 10), in the objective of Hoffmann et al.
 * (2022), arXiv 2203.15556: the sum of Huber's loss, delta = 1e-3, of ln L - ln(law). The three are found by iteratively
 * reweighted least squares, each step the non-negative solution of 3 x 3 normal equations.
 *
 * Reads lines of ln N, ln D and loss from standard input; prints JSON. The argument says how often to repeat, for timing.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { MOST_ROWS = 1024, STEPS = 100, MOST_SWEEPS = 60 };
static const double DELTA = 1e-3;
/*
 * The sweeps at a grid point end when the objective falls by less than this, relatively, or by less than a tenth of what is
 * still missing to the best grid point: a linearly convergent iteration will then not get there.
 */
static const double SETTLED = 1e-5;

static double power_n[STEPS][MOST_ROWS], power_d[STEPS][MOST_ROWS];
static double log_n[MOST_ROWS], log_d[MOST_ROWS], loss[MOST_ROWS], log_loss[MOST_ROWS];
static double mean_log_d;
static int rows;

typedef struct {
    double objective, e, a, b, alpha, beta;
} Fit;

static double determinant(const double m[3][3]) {
    return m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1]) - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0]) +
           m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0]);
}

/* Minimises x'Mx/2 - r'x over x >= 0: of the eight choices of the components that are zero, the best that is feasible. */
static void solve_non_negative(double m[3][3], const double r[3], double x[3]) {
    double best = INFINITY;
    for (int free_set = 7; free_set >= 1; free_set--) {
        double reduced[3][3], right[3], y[3];
        for (int i = 0; i < 3; i++) {
            const int is_free = free_set >> i & 1;
            right[i] = is_free ? r[i] : 0;
            for (int j = 0; j < 3; j++) reduced[i][j] = is_free && (free_set >> j & 1) ? m[i][j] : i == j;
        }
        const double whole = determinant(reduced);
        if (!(whole > 0)) continue;
        int feasible = 1;
        double value = 0;
        for (int j = 0; j < 3; j++) {
            double replaced[3][3];
            for (int i = 0; i < 3; i++)
                for (int k = 0; k < 3; k++) replaced[i][k] = k == j ? right[i] : reduced[i][k];
            y[j] = determinant(replaced) / whole;
            if (y[j] < 0) feasible = 0;
            value -= 0.5 * y[j] * r[j];
        }
        if (feasible && value < best) {
            best = value;
            for (int j = 0; j < 3; j++) x[j] = y[j];
        }
        /* All three free and feasible: the unconstrained optimum. */
        if (feasible && free_set == 7) return;
    }
}

/*
 * The next E, A, B, weighting each row by psi(r) / (f (y - f)), r = ln y - ln f: where the iteration rests, the gradient of
 * the objective is zero. Answers the objective before the step.
 */
static double sweep(const double *u, const double *v, double x[3], int first) {
    double m00 = 0, m01 = 0, m02 = 0, m11 = 0, m12 = 0, m22 = 0, r0 = 0, r1 = 0, r2 = 0, objective = 0;
    for (int i = 0; i < rows; i++) {
        const double y = loss[i], f = first ? y : x[0] + x[1] * u[i] + x[2] * v[i];
        const double r = log_loss[i] - log(f), size = fabs(r), difference = y - f;
        const double psi = size <= DELTA ? r : copysign(DELTA, r);
        const double w = fabs(difference) > 1e-12 * y ? psi / (f * difference) : 1 / (y * y);
        objective += size <= DELTA ? 0.5 * r * r : DELTA * (size - 0.5 * DELTA);
        m00 += w;
        m01 += w * u[i];
        m02 += w * v[i];
        m11 += w * u[i] * u[i];
        m12 += w * u[i] * v[i];
        m22 += w * v[i] * v[i];
        r0 += w * y;
        r1 += w * u[i] * y;
        r2 += w * v[i] * y;
    }
    /* Scaled to a unit diagonal: N^-alpha may be tiny. */
    const double s0 = 1 / sqrt(m00), s1 = 1 / sqrt(m11), s2 = 1 / sqrt(m22);
    double m[3][3] = {{1, m01 * s0 * s1, m02 * s0 * s2}, {m01 * s0 * s1, 1, m12 * s1 * s2}, {m02 * s0 * s2, m12 * s1 * s2, 1}};
    const double r[3] = {r0 * s0, r1 * s1, r2 * s2};
    solve_non_negative(m, r, x);
    x[0] *= s0;
    x[1] *= s1;
    x[2] *= s2;
    return objective;
}

static Fit search(void) {
    for (int k = 0; k < STEPS; k++) {
        for (int i = 0; i < rows; i++) {
            power_n[k][i] = exp(-0.01 * (k + 1) * log_n[i]);
            power_d[k][i] = exp(-0.01 * (k + 1) * log_d[i]);
        }
    }
    Fit best = {.objective = INFINITY};
    for (int j = 0; j < STEPS; j++) {
        double x[3] = {1, 1, 1};
        sweep(power_n[j], power_d[0], x, 1);
        /* Each grid point starts from the powers' sizes at the last one. */
        for (int k = 0; k < STEPS; k++) {
            double before, objective = INFINITY;
            if (k > 0) x[2] *= exp(0.01 * mean_log_d);
            for (int count = 0; count < MOST_SWEEPS; count++) {
                before = objective;
                const double at[3] = {x[0], x[1], x[2]};
                objective = sweep(power_n[j], power_d[k], x, 0);
                if (objective < best.objective)
                    best = (Fit){objective, at[0], at[1], at[2], 0.01 * (j + 1), 0.01 * (k + 1)};
                if (before - objective < fmax(SETTLED * objective, 0.1 * (objective - best.objective))) break;
            }
        }
    }
    return best;
}

int main(int count, char **arguments) {
    const int repetitions = count > 1 ? atoi(arguments[1]) : 1;
    while (rows < MOST_ROWS && scanf("%lf %lf %lf", &log_n[rows], &log_d[rows], &loss[rows]) == 3) {
        log_loss[rows] = log(loss[rows]);
        mean_log_d += log_d[rows];
        rows++;
    }
    mean_log_d /= rows;
    struct timespec begin, end;
    Fit best = {0};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &begin);
    for (int repetition = 0; repetition < repetitions; repetition++) best = search();
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &end);
    const double seconds = (end.tv_sec - begin.tv_sec + 1e-9 * (end.tv_nsec - begin.tv_nsec)) / repetitions;
    printf("{\"seconds\": %.6f, \"objective\": %.12g, \"parameters\": ", seconds, best.objective);
    printf("{\"E\": %.9g, \"A\": %.9g, \"B\": %.9g, \"alpha\": %.2f, \"beta\": %.2f}}\n", best.e, best.a, best.b, best.alpha, best.beta);
    return 0;
}
