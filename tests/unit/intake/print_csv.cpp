// Reads CSV texts from standard input, each after a line with its size in bytes, and prints each
// record as `first last fault cell cell ...` with cells in hexadecimal after an `x`, and an empty
// line after each text. For csv_against_python.py.

#include <heard/intake/csv.hpp>

#include <cstdio>
#include <iostream>
#include <string>

int main() {
  std::string size;
  while (std::getline(std::cin, size)) {
    std::string text(std::stoul(size), '\0');
    std::cin.read(text.data(), static_cast<std::streamsize>(text.size()));
    heard::csv_reader reader(text, {});
    heard::csv_row row;
    std::string scratch;
    while (reader.next(row)) {
      std::printf("%lu %lu %d", static_cast<unsigned long>(row.first),
                  static_cast<unsigned long>(row.last), row.fault != heard::row_fault::none);
      for (const heard::csv_cell& cell : row.cells) {
        std::printf(" x");
        for (const char c : reader.value(cell, scratch)) {
          std::printf("%02x", static_cast<unsigned char>(c));
        }
      }
      std::printf("\n");
    }
    std::printf("\n");
  }
}
