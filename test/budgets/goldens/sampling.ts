/** Mixtures of samples; see answers.ts. The optima are those of trying all counts, with binomial coefficients in whole numbers. */
export const SAMPLING = `
sample-mixture | two_samples | | goal | 0.453333 | published 1e-5 | Zhang, OSCA, eq. 1 with p = [[.5, 0], [0, .5], [.2, .2]], K = 2
sample-mixture | two_samples | | k[A] | 1 | published | Zhang, OSCA
sample-mixture | two_samples | | k[B] | 1 | published | Zhang, OSCA
sample-mixture | mixture | | goal | 0.8891666666666667 | computed | all counts
sample-mixture | mixture | | k[small] | 20 | computed | all counts
sample-mixture | mixture | | k[large] | 1 | computed | all counts
sample-mixture | by_difficulty | | goal | 0.9234025958561562 | computed | all counts
sample-mixture | by_difficulty | | k[small, easy] | 9 | computed | all counts
sample-mixture | by_difficulty | | k[large, hard] | 2 | computed | all counts
sample-mixture | cheapest | | goal | 17.666666666666668 | computed | all counts, in fractions; of two that cost it the one that solves more
sample-mixture | cheapest | | k[small] | 15 | computed | all counts
sample-mixture | cheapest | | k[large] | 2 | computed | all counts
sample-mixture | cheapest_by_difficulty | | goal | 12.8 | computed | all counts, in fractions
sample-mixture | cheapest_by_difficulty | | k[small, easy] | 9 | computed | all counts
sample-mixture | cheapest_by_difficulty | | k[small, hard] | 15 | computed | all counts
sample-mixture | cheapest_by_difficulty | | k[large, hard] | 2 | computed | all counts
sample-mixture | shares | 0.5 | goal | 1.1 | computed | all counts, in fractions
sample-mixture | shares | 0.9 | goal | 17.666666666666668 | computed | all counts, in fractions
sample-mixture | coverage | 1 | goal | 0.4192982456140351 | computed | all counts
sample-mixture | coverage | 100 | goal | 1 | computed | all counts
when-to-stop | cheap_mistakes | | goal | 0.524567 | computed | Stroebl, K = 3
when-to-stop | even_mistakes | | goal | 0.472381 | computed | Stroebl, K = 2
when-to-stop | dear_mistakes | | goal | 0.3388 | computed | Stroebl, K = 1
when-to-stop | predict | | verified_accuracy(0.13, 1, 0.75) | 0.3741007194 | computed | Stroebl, the ceiling
when-to-stop | predict | | verified_accuracy(0.87, 1, 0.75) | 0.9639889197 | computed | Stroebl, the ceiling
voting-and-cascades | strategy | 0.5 | w | small, k = 1 | computed | all ways to draw, Python fractions
voting-and-cascades | strategy | 0.5 | goal | 0.37 | computed | all ways to draw
voting-and-cascades | strategy | 60 | w | large, k = 15 | computed | all ways to draw
voting-and-cascades | strategy | 60 | s | vote | computed | all ways to draw
voting-and-cascades | strategy | 60 | goal | 0.9455108359133126 | computed 1e-9 | all ways to draw
voting-and-cascades | most_agree | | c | k = 4 | computed | all ways to draw
voting-and-cascades | most_agree | | goal | 0.5980108566809484 | computed 1e-9 | all ways to draw
voting-and-cascades | all_agree | | c | k = 3 | computed | all ways to draw
voting-and-cascades | all_agree | | goal | 0.6506724376731302 | computed 1e-9 | all ways to draw
agreement | one_sample | | goal | 0.4 | published | Wu, shares of 0.40, 0.35, 0.25
agreement | certain | | goal | 1 | published | Wu, the limit of many votes
agreement | certain | | v | first, k = 100 | published | Wu
agreement | hopeless | | goal | 0 | published | Wu, the limit where another answer is more frequent
agreement | hopeless | | v | second, k = 100 | published | Wu
agreement | lenient | | goal | 5 | published | Chen, A A A B A at a threshold of 0.8
agreement | strict | | goal | 10 | published | Chen, at a threshold of 1
`;
