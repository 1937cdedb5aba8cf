export interface PlaceLimits {
  readonly maxRequests: number;
  /** How many of these are for requests without a session of Mattermost. The others are left for people. */
  readonly maxRequestsOfUnknown: number;
}

/** How many requests are handed to the plugin at once. What is refused takes no place. */
export class Places {
  readonly #limits: PlaceLimits;
  #taken = 0;
  #takenByUnknown = 0;

  constructor(limits: PlaceLimits) {
    this.#limits = limits;
  }

  /** @returns how to leave, or undefined when there is no place */
  take(isKnown: boolean): (() => void) | undefined {
    const { maxRequests, maxRequestsOfUnknown } = this.#limits;
    if (this.#taken >= maxRequests) return undefined;
    const counted = isKnown ? 0 : 1;
    if (!isKnown && this.#takenByUnknown >= maxRequestsOfUnknown) return undefined;
    this.#taken++;
    this.#takenByUnknown += counted;
    return () => {
      this.#taken--;
      this.#takenByUnknown -= counted;
    };
  }
}
