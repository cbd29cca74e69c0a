/**
 * V8 compiles a function once more, with everything it knows, after 3,000 calls. A document of some dozen pages
 * is read before that pays: of its time, a fifteenth goes into code that is hardly run, and a twentieth of a batch.
 * Only what is called far more often is worth it: with 10,000 calls nothing is gained, and with 50,000 the pictures
 * of scans wait for their loops. (Node 22 to 26 know the option.)
 */
export const LATE_OPTIMISATION = '--invocation-count-for-turbofan=20000'
