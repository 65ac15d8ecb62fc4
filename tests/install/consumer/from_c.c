#include <heard.h>
#include <stdio.h>

int main(void) {
  heard_match* match = NULL;
  heard_error* err = NULL;
  if (heard_abi_version() != HEARD_ABI_VERSION) return 1;
  if (heard_match_run("open* NEAR/4 evening*", "Open in the evening", 19, NULL, NULL, &match,
                      &err) != HEARD_OK) {
    puts(heard_error_message(err));
    heard_error_free(err);
    return 1;
  }
  printf("C: heard %s, %d match\n", heard_version(), (int)heard_match_matched(match));
  const int matched = (int)heard_match_matched(match);
  heard_match_free(match);
  return matched == 1 ? 0 : 1;
}
