import { test } from 'vitest';
import { readFileSync, writeFileSync } from 'node:fs';
import { buildSpecs, clearSpecs, specServices } from '/work/main/test/support/specs.js';
import { findingsOf } from '/work/main/test/support/markers.js';
test('show', async () => {
    const services = await specServices();
    let log = '';
    for (const topic of readFileSync('/tmp/gen/topics.txt', 'utf8').split(/^#### /m).slice(1)) {
        const [head, ...cases] = topic.split(/^## /m);
        const [file, doc] = head.trim().split(' | ');
        let out = `/** ${doc} */\nimport { test } from 'vitest';\nimport { checkDiagnostics } from '${file === 'syntax' ? '..' : '../..'}/support/markers.js';\n`;
        for (const c of cases) {
            const [title, ...rest] = c.split('\n');
            const text = rest.join('\n').replace(/\n+$/, '') + '\n';
            const [document] = await buildSpecs(services, { 'spec.scaling': text });
            let marked = '';
            text.replace(/\n$/, '').split('\n').forEach((line, i) => {
                marked += line + '\n';
                for (const f of findingsOf(document)) if (f.line === i) marked += ' '.repeat(f.start) + '^'.repeat(Math.max(1, f.end - f.start)) + ` ${f.severity}: ${f.message}\n`;
            });
            clearSpecs(services);
            out += `\ntest('${title}', async () => {\n    await checkDiagnostics(\`\n${marked.replace(/\\/g, '\\\\').replace(/`/g, '\\`').replace(/\$\{/g, '\\${')}\`);\n});\n`;
            log += `## ${title}\n${marked}\n`;
        }
        writeFileSync(`/work/main/test/language/${file === 'syntax' ? '' : 'checks/'}${file}.test.ts`, out);
    }
    writeFileSync('/tmp/gen/log.txt', log);
});
