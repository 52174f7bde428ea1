/** The law library: specs in the product's own language, bundled as text. A new law is a new `.scaling` file listed here. */
import chinchilla from './chinchilla.scaling';
import computePower from './compute-power.scaling';
import flops from './flops.scaling';
import kaplan from './kaplan.scaling';
import overtraining from './overtraining.scaling';

export interface LibraryFile {
    /** The file's name, for example `chinchilla.scaling`. */
    readonly name: string;
    readonly text: string;
}

export const LIBRARY: readonly LibraryFile[] = [
    { name: 'chinchilla.scaling', text: chinchilla },
    { name: 'compute-power.scaling', text: computePower },
    { name: 'flops.scaling', text: flops },
    { name: 'kaplan.scaling', text: kaplan },
    { name: 'overtraining.scaling', text: overtraining },
];
