/** Names with an index, `gamma[w]`. */
import { AstUtils, type AstNode } from 'langium';
import {
    binderOf,
    indexedName,
    isColumnOfItems,
    isNumberWithin,
    isUnknown,
    itemsOf,
    namesOf,
    valueOf,
    type ItemValue,
} from '../binding.js';
import { isBudget, isLaw, isReference, type Item, type Reference, type Statement } from '../generated/ast.js';
import { letsOf } from '../laws.js';
import { statementOf } from '../meaning.js';
import type { Check } from './check.js';

export const checkIndex: Check<Reference> = (reference, report) => {
    const { name, index } = reference;
    if (index === undefined || name === undefined) return;
    const binder = index.name === undefined ? undefined : binderOf(index.name, index);
    if (binder !== undefined && isNumberWithin(binder)) {
        const what = isUnknown(binder) ? 'the unknown of an equation' : 'a step of a schedule';
        const message = `\`${index.name}\` is ${what}: an index is an item of a list.`;
        report('error', 'unknown-index', message, { node: index });
        return;
    }
    if (binder !== undefined && isColumnOfItems(binder)) {
        const message = `\`${index.name}\` is a column of these runs: an index is an item of a list.`;
        report('error', 'unknown-index', message, { node: index });
        return;
    }
    const items = binder === undefined ? writtenItem(index) : itemsOf(binder);
    const impossible = items.find((item) => indexedName(name, item) === undefined);
    if (impossible !== undefined) {
        const message = `\`${name}\` cannot have the index ${impossible}: an index is a name or a whole number from 0 on.`;
        report('error', 'unknown-index', message, { node: index });
    } else if (index.name !== undefined && binder === undefined && !isNamedElsewhere(reference)) {
        const message =
            `No \`for ${index.name} in …\` is around this, and nothing else is called \`${name}_${index.name}\`. ` +
            `Write \`sum(… for ${index.name} in {…})\`.`;
        report('error', 'unknown-index', message, { node: index });
    }
};

function writtenItem(index: Item): readonly ItemValue[] {
    const item = valueOf(index);
    return item === undefined ? [] : [item];
}

/** Whether the statement speaks of the name in another way than by an index that is written out. */
function isNamedElsewhere(reference: Reference): boolean {
    const [name] = namesOf(reference);
    const statement = statementOf(reference);
    const declared = statement && declaredNames(statement);
    if (statement === undefined || declared === undefined) return true;
    const isMeant = AstUtils.streamAst(statement)
        .filter(isReference)
        .some((each) => !isWrittenOut(each) && namesOf(each).includes(name));
    return isMeant || declared.includes(name);
}

function isWrittenOut({ index }: Reference): boolean {
    return index?.name !== undefined && binderOf(index.name, index) === undefined;
}

/** Undefined where names are those of columns, which a file may have, and where none means anything. */
function declaredNames(statement: Statement): readonly string[] | undefined {
    if (isBudget(statement)) return namesOfNodes(statement.entries);
    if (!isLaw(statement)) return undefined;
    return namesOfNodes([...statement.arguments, ...letsOf(statement), ...statement.entries]);
}

function namesOfNodes(nodes: readonly AstNode[]): string[] {
    return nodes.flatMap((node) => ('name' in node && typeof node.name === 'string' ? [node.name] : []));
}
