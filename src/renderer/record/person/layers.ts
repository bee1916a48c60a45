/** Names of the layers that are opened for a person, from whatever screen they stand on. `begin` is the resident's number. */
export const CARE_LAYER = 'care';
export const RIGHTS_LAYER = 'rights';
