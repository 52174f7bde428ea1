/** Learning-rate schedules as the numbers that stand for them in formulas. */
import type { AstNode } from 'langium';
import { registerSchedule } from '../../expression/rates/registry.js';
import type { Schedule } from '../../language/generated/ast.js';
import type { Scope } from '../../language/scope.js';
import { definitionOf } from '../../language/stages.js';

export class ScheduleLowering {
    private readonly ids = new Map<Schedule, number>();

    constructor(
        private readonly scope: Scope,
        private readonly hasErrors: (schedule: Schedule) => boolean,
    ) {}

    /** NaN for a schedule that has errors. */
    idOf(schedule: Schedule): number {
        let id = this.ids.get(schedule);
        if (id === undefined) {
            const definition = this.hasErrors(schedule) ? undefined : definitionOf(schedule);
            id = definition === undefined ? NaN : registerSchedule(definition);
            this.ids.set(schedule, id);
        }
        return id;
    }

    /** The schedules without errors that can be named where a node stands. */
    visibleFrom(node: AstNode): ReadonlyMap<string, number> {
        const known = this.scope.visibleSchedules(node).map((each) => [each.name, this.idOf(each)] as const);
        return new Map(known.filter(([, id]) => !Number.isNaN(id)));
    }

    /** The names of those that were asked for, by their numbers. */
    get names(): ReadonlyMap<number, string> {
        return new Map([...this.ids].map(([{ name }, id]) => [id, name]));
    }
}
