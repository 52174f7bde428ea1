/** Finds the language of a document that no file name tells: an unsaved one, which may be closed already. */
import { DefaultServiceRegistry, type LangiumCoreServices, type URI } from 'langium';

export class SpecServiceRegistry extends DefaultServiceRegistry {
    override getServices(uri: URI): LangiumCoreServices {
        return uri.scheme === 'untitled' ? this.all[0] : super.getServices(uri);
    }
}
