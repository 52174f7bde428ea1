/** The bundler and the test runner give the text of a `.scaling` file as its default export. */
declare module '*.scaling' {
    const text: string;
    export default text;
}
