/** Said before somebody types where the operator has turned off new sessions. */
export const NO_SESSIONS =
  'The operator of this server lets nobody new in for now. Who is here already, in this browser, can go on.';
