/** Learning-rate schedules: their stages, and the places where one is named. */
import { test } from 'vitest';
import { checkDiagnostics } from '../../support/markers.js';

test('stages', async () => {
    await checkDiagnostics(`
schedule right {
  warmup to 3e-4 over 2160
  constant until 20K
  linear to 1e-4 over 100
  sqrt to 2e-4 over 100
  square to 1e-4 over 100
  exponential to 3e-5 until 24000
  constant at 1e-5 over 10
  cosine to 0 over 2 * 50
}
schedule from_hundredth { constant at 1e-6 until 0 warmup to 1e-4 over 100 }
schedule empty { }
         ^^^^^ error: \`empty\` has no stages: add one, such as \`warmup to 3e-4 over 2000\`.
schedule rates {
  constant over 10
  ^^^^^^^^ error: There is no stage before this one, whose rate it could keep: write \`constant at\` and the rate.
  exponential to 1e-4 over 10
  ^^^^^^^^^^^ error: \`exponential\` cannot begin at a rate of 0: begin with \`warmup\` or \`constant at\`.
  constant to 1e-4 over 10
           ^^ error: \`constant\` stays at a rate: write \`constant at\`, or a shape that goes to it such as \`linear to\`.
  linear over 10
  ^^^^^^ error: \`linear\` goes to a rate: write \`linear to\` and the one that it ends at.
  cosine at 1e-5 over 10
         ^^ error: \`cosine\` goes to a rate: write \`cosine to\` and the one that it ends at.
  sqrt to -1e-5 over 10
          ^^^^^ error: A learning rate is a number from 0 on; \`-1e-5\` is none.
  linear to 1 / 0 over 10
            ^^^^^ error: A learning rate is a number from 0 on; \`1 / 0\` is none.
  exponential to 0 over 10
                 ^ error: \`exponential\` never gets to 0: write a small rate, or another shape.
  linear to peak over 10
            ^^^^ error: \`peak\` is a function: give it its operands, \`peak(schedule)\`.
}
schedule steps {
  warmup to 3e-4 over 0
                      ^ error: A stage has a whole number of steps, 1 or more; \`0\` is none.
  constant over 10.5
                ^^^^ error: A stage has a whole number of steps, 1 or more; \`10.5\` is none.
  constant until 100
  linear to 0 until 100
                    ^^^ error: The stage before this one ends at step 100: this one has to end later, or write \`over\` and how many steps it has.
  constant until -5
                 ^^ error: Steps are whole numbers from 1 on; \`-5\` is none.
  constant over 1e300
                ^^^^^ error: A stage has a whole number of steps, 1 or more; \`1e300\` is none.
}
schedule right { constant at 1 over 1 }
         ^^^^^ error: There are two schedules named \`right\`.
`);
});

test('names where a schedule is wanted', async () => {
    await checkDiagnostics(`
schedule wsd { warmup to 3e-4 over 2160 constant until 24000 }
law own(lr, step) = A * area(lr, step)^-alpha + drops(lr, k for k in peak(lr) .. step) {
  A = 1
  alpha = 0.5
}
law fixed(step) = rate(wsd, step) + own(wsd, step)
                                        ^^^ error: This operand of \`own\` is a schedule: make \`wsd\` an argument of \`fixed\`.
law outer(s, step) = own(s, step) + own(step = step, lr = s)
predict own(wsd, 100)
predict outer(s = wsd, step = 100)
predict rate(wsd, 100) + area(wsd, 100) + peak(wsd)
predict own(wds, 100)
            ^^^ error: There is no schedule named \`wds\`. Did you mean \`wsd\`?
predict own(3e-4, 100)
            ^^^^ error: This operand of \`own\` is a schedule; \`3e-4\` is none: write a schedule by its name.
predict outer(step = 100, s = 2 * wsd)
                              ^^^^^^^ error: \`s\` of \`outer\` is a schedule; \`2 * wsd\` is none: write a schedule by its name.
                                  ^^^ error: \`wsd\` is a schedule, and a number is needed here: ask for its \`rate(wsd, step)\` at a step.
predict rate("wsd", 100)
             ^^^^^ error: The first operand of \`rate\` is a schedule; \`"wsd"\` is none: write a schedule by its name.
predict own(wsd, wsd)
                 ^^^ error: \`wsd\` is a schedule, and a number is needed here: ask for its \`rate(wsd, step)\` at a step.
`);
});

test('arguments that are schedules', async () => {
    await checkDiagnostics(`
law a(lr, step) = lr * rate(lr, step)
                  ^^ error: \`lr\` is a schedule here, not a number: ask for its \`rate(lr, step)\` at a step.
law b(lr in tokens, step) = rate(lr, step)
      ^^^^^^^^^^^^ error: \`lr\` is a schedule: it has no unit.
law c(lr, step) = {
  let s = area(lr, step)
  return s + rate(s, step)
                  ^ error: There is no schedule named \`s\`. Define it: \`schedule s { … }\`.
}
law d(lr, step) = drops(lr, rate(k, step) for k in 0 .. step)
                                 ^ error: The first operand of \`rate\` is a schedule; \`k\` is none: write a schedule by its name.
`);
});

test('sums over drops', async () => {
    await checkDiagnostics(`
law a(lr, step) = drops(lr, step)
                  ^^^^^ error: \`drops(schedule, term for k in after .. last)\`: what \`drops\` goes over is missing, write \`for x in …\` after the last operand.
law b(lr, step) = drops(lr for k in 0 .. step, k + step)
                           ^^^^^^^^^^^^^^^^^^ error: \`for k in …\` stands after the term: \`drops(schedule, term for k in after .. last)\`.
law c(lr, step) = drops(lr, k + step for k in {1, 2})
                                     ^^^^^^^^^^^^^^^ error: \`k\` goes through the steps after one up to another: write \`for k in 0 .. step\`.
law d(lr, step) = drops(lr, gamma[k] + step for k in 0 .. step)
                                  ^ error: \`k\` is a step of a schedule: an index is an item of a list.
law e(lr) = drops(lr)
            ^^^^^ error: \`drops(schedule, term for k in after .. last)\` needs 2 operands, but has 1.
`);
});

test('laws that call others in very many ways', async () => {
    // Each law calls the one before it twice: 2^30 ways lead to the first one.
    const ladder = Array.from({ length: 30 }, (_, index) => {
        const callee = index === 0 ? 'rate' : `f${index - 1}`;
        return `law f${index}(lr, step) = ${callee}(lr, step) + ${callee}(lr, step)`;
    });
    await checkDiagnostics(`
${ladder.join('\n')}
law top(step) = f29(7, step)
                    ^ error: This operand of \`f29\` is a schedule
`);
});
