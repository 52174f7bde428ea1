import js from '@eslint/js';
import ts from 'typescript-eslint';

/** What the pure layers must not touch: files, clocks, unseeded randomness, the host. */
const IMPURE_GLOBALS = [
    'process',
    'console',
    'Buffer',
    'setTimeout',
    'setInterval',
    'setImmediate',
    'performance',
    'fetch',
];
const PURE_LAYERS = [
    'quantity',
    'expression',
    'data',
    'laws',
    'protocol',
    'fit',
    'allocate',
    'experiment',
    'language',
    'study',
];

export default ts.config(
    { ignores: ['dist/', 'node_modules/', '.vscode-test/', 'src/language/generated/'] },
    js.configs.recommended,
    ...ts.configs.recommended,
    {
        rules: {
            '@typescript-eslint/consistent-type-imports': 'error',
            '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
            'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
            complexity: ['error', 16],
            eqeqeq: 'error',
        },
    },
    {
        files: PURE_LAYERS.map((layer) => `src/${layer}/**/*.ts`),
        rules: {
            'no-restricted-globals': ['error', ...IMPURE_GLOBALS, 'Date'],
            'no-restricted-properties': ['error', { object: 'Math', property: 'random' }],
        },
    },
    {
        files: ['**/*.mjs'],
        languageOptions: {
            globals: Object.fromEntries(
                [
                    'process',
                    'console',
                    'Buffer',
                    'setTimeout',
                    'clearTimeout',
                    'setInterval',
                    'clearInterval',
                    'fetch',
                    'URL',
                    'performance',
                    'AbortSignal',
                    'document',
                    'window',
                ].map((n) => [n, 'readonly']),
            ),
        },
    },
);
