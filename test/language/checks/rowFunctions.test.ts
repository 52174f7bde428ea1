/** Functions over several rows, and runs that are made from others. */
import { test } from 'vitest';
import { checkDiagnostics } from '../../support/markers.js';

test('rows to go over', async () => {
    await checkDiagnostics(`
runs r from "a.csv" {
  series along step by run
  best = min(loss by N, D)
  rate = (loss - previous(loss)) / (step - previous(step))
  where loss < 1.1 * min(smooth(loss, 100) by N)
  a = mean(loss)
      ^^^^ error: \`mean\` goes over rows: say which, \`mean(x by column)\`.
}
`);
});

test('functions that take no groups', async () => {
    await checkDiagnostics(`
runs r from "a.csv" {
  series along step
  b = log(loss by N)
                  ^ error: \`log\` takes no \`by\`: it does not go over rows.
  c = previous(loss by run)
                       ^^^ error: \`previous\` goes along the \`series\` of the runs: leave out \`by\`.
  d = flops(N, D by run)
                    ^^^ error: \`flops\` takes no \`by\`: it does not go over rows.
  e = min(a, b by run)
             ^ error: \`min(x by column)\` takes 1 operand: this one is too many.
  f = at_min(a by run)
      ^^^^^^ error: \`at_min(x, of by column)\` needs 2 operands, but has 1.
  g = smooth(loss, -1)
                   ^^ error: \`-1\` is no span: \`smooth(x, span)\` takes a positive number of steps.
  h = solve(mean(x by N) == y for y in 1 .. 2)
            ^^^^ error: \`mean\` cannot stand in an equation or in \`drops\`: make it a column, and use that.
}
`);
});

test('an order of the rows', async () => {
    await checkDiagnostics(`
runs r from "a.csv" {
  y = previous(loss)
      ^^^^^^^^ error: \`previous\` needs the order of the rows: add \`series along step by run\` to \`r\`, with the columns that say it.
}
runs s from r {
  series along step
  series along step
  ^^^^^^^^^^^^^^^^^ error: \`series\` is given twice.
  y = previous(loss)
}
runs t from s { z = cumsum(loss) }
runs u from s by N { z = first(loss) }
runs v from u by N { z = first(loss) }
                         ^^^^^ error: \`first\` needs the order of the rows: add \`series along step by run\` to \`u\`, with the columns that say it.
`);
});

test('runs to take the rows of', async () => {
    await checkDiagnostics(`
law f(N) = a * mean(N by D)
               ^^^^ error: \`mean\` goes over the rows of runs, and there are none here: make it a column of the runs, and use that.
predict previous(3)
        ^^^^^^^^ error: \`previous\` goes over the rows of runs, and there are none here: make it a column of the runs, and use that.
runs r from "a.csv"
law g = power_law
fit g to r { weights 1 / std(loss by N) }
                         ^^^ error: \`std\` goes over the rows of runs, and there are none here: make it a column of the runs, and use that.
`);
});

test('a source that is there and leads somewhere', async () => {
    await checkDiagnostics(`
runs a from b
            ^ error: \`a\` would come from \`b\`, which come from \`a\`: let one of them come from a file or a table.
runs b from a
            ^ error: \`b\` would come from \`a\`, which come from \`b\`: let one of them come from a file or a table.
runs c from c { where N > 1 }
            ^ error: \`c\` would come from itself: let one of them come from a file or a table.
runs d from nowhere
            ^^^^^^^ error: There are no runs named \`nowhere\`. There are \`a\`, \`b\`, \`c\`, \`d\` and \`e\`.
runs e from d {
  | N |
  ^^^^^ error: \`e\` has its rows from \`d\`: leave out the table, or \`from d\`.
  | 1 |
}
`);
});

test('groups and items', async () => {
    await checkDiagnostics(`
runs all from "a.csv"
runs a from all by N, N { n = count() }
                      ^ error: \`N\` is in the list already.
runs b from all by N for N in {1, 2} { n = count() }
                         ^ error: \`N\` is a column of the groups already: give the one of the \`for\` another name.
runs c from all for k in {one, two} { n = count() }
                          ^^^ error: \`k\` is a column of numbers: write numbers in its list, as in \`for k in {1, 10, 100}\`.
runs d from all for k in 1 .. 1e9 { n = count() }
                ^^^^^^^^^^^^^^^^^ error: \`k\` would stand for 1000000000 items: at most 100 are written out.
runs e from all by N for k in {1, 10} {
  x = mean(pass[k])
                ^ error: \`k\` is a column of these runs: an index is an item of a list.
  y = mean(sum(x * i for i in 1 .. 100)) * k
  z = mean(mean(loss))
           ^^^^ error: \`mean\` goes over rows: say which, \`mean(x by column)\`.
  v = min(loss) / max(y by N)
}
`);
});
