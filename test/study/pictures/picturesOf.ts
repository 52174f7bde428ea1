/** What the Curves panel would draw of one text, in a study that all tests of a file share. */
import type { CurvesPicture } from '../../../src/study/pictures/curvePictures.js';
import { createStudy } from '../../../src/study/study.js';
import { folderOf, NO_PAUSE, SPEC, type Files } from '../studyOf.js';

const shared = createStudy();

export async function picturesOf(text: string, files: Files = {}): Promise<readonly CurvesPicture[]> {
    const { documents, host } = folderOf(text, files);
    for (const name of Object.keys(files)) shared.invalidate(`file:///specs/${name}`);
    return shared.curves(SPEC, documents, host, NO_PAUSE);
}
