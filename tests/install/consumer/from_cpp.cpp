#include <heard/text/stem.hpp>
#include <heard/text/tokens.hpp>

#include <iostream>
#include <vector>

int main() {
  std::vector<heard::text::token> found;
  heard::text::tokeniser().tokens("Don\u2019t close at six.", found);
  std::cout << "C++: " << found.size() << " tokens\n";
  return found.size() == 4 && heard::text::has_stemmer("en") ? 0 : 1;
}
