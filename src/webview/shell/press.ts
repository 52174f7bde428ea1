/** A click is lost where its button is replaced between the press and the release: nothing is drawn meanwhile. */

export interface Press {
    /** Now, or as soon as the button under the pointer is released. */
    whenReleased(draw: () => void): void;
}

export function watchPress(root: Document): Press {
    let isPressed = false;
    let waiting: (() => void) | undefined;
    const release = (): void => {
        isPressed = false;
        // After the click, which follows the release.
        setTimeout(() => {
            const draw = waiting;
            waiting = undefined;
            draw?.();
        });
    };
    root.addEventListener(
        'pointerdown',
        ({ target }) => (isPressed = target instanceof Element && target.closest('button') !== null),
        true,
    );
    root.addEventListener('pointerup', release, true);
    root.addEventListener('pointercancel', release, true);
    return {
        whenReleased: (draw) => {
            if (isPressed) waiting = draw;
            else draw();
        },
    };
}
