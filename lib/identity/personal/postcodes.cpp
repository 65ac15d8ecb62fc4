#include "identity/personal/detect.hpp"

#include <algorithm>
#include <array>

namespace heard::identity {

namespace {

bool one_of(char c, std::string_view any) {
  return any.find(c) != std::string_view::npos;
}

// Areas of the Royal Mail, Crown Dependencies and the forces' BF among them.
constexpr std::string_view areas =
    " ab al b ba bb bd bf bh bl bn br bs bt ca cb cf ch cm co cr ct cv cw da dd de dg dh dl dn dt "
    "dy e ec eh en ex fk fy g gl gu gy ha hd hg hp hr hs hu hx ig im ip iv je ka kt kw ky l la ld "
    "le ll ln ls lu m me mk ml n ne ng nn np nr nw ol ox pa pe ph pl po pr rg rh rm s sa se sg sk "
    "sl sm sn so sp sr ss st sw sy ta td tf tn tq tr ts tw ub w wa wc wd wf wn wr ws wv yo ze ";

bool known_area(std::string_view letters) {
  return areas.find(" " + std::string(letters) + " ") != std::string_view::npos;
}

// The six shapes of an outward code, A9 A99 AA9 AA99 A9A AA9A, with the letters that British
// Standard 7666 lets stand in each place. Its length, 0 for none; up to two fit.
std::array<std::size_t, 2> outward_codes(const view& of, std::size_t i) {
  std::array<std::size_t, 2> out = {0, 0};
  if (!latin(of.c[i]) || one_of(of.c[i], "qvx")) return out;
  std::size_t letters = 1;
  if (latin(of.at(i + 1))) {
    if (one_of(of.at(i + 1), "ijz")) return out;
    letters = 2;
  }
  if (!digit(of.at(i + letters))) return out;
  out[0] = letters + 1;
  const char last = of.at(i + letters + 1);
  const std::string_view may = letters == 1 ? "abcdefghjkpstuw" : "abehmnprvwxy";
  if (digit(last) || one_of(last, may)) out[1] = letters + 2;
  return out;
}

// The end of an inward code, 0 for none.
std::size_t inward_end(const view& of, std::size_t at) {
  constexpr std::string_view may = "abdefghjlnpqrstuwxyz";
  const bool fits = digit(of.at(at)) && at + 2 < of.size() && one_of(of.at(at + 1), may) &&
                    one_of(of.at(at + 2), may) && !in_word(of.at(at + 3));
  return fits ? at + 3 : 0;
}

std::size_t skip_separators(const view& of, std::size_t at) {
  std::size_t to = at;
  while (to < at + 3 && to < of.size() &&
         (blank(of.c[to]) || of.c[to] == '-' || of.c[to] == '.' || of.c[to] == '/')) {
    ++to;
  }
  return to;
}

bool any_small(const view& of, std::size_t from, std::size_t to) {
  for (std::size_t i = from; i < to; ++i) {
    if (latin(of.c[i]) && !of.is_upper(i)) return true;
  }
  return false;
}

std::string_view area_at(const view& of, std::size_t i) {
  return std::string_view(of.c).substr(i, latin(of.at(i + 1)) ? 2 : 1);
}

std::size_t whole_end(const view& of, std::size_t i) {
  if (of.c.compare(i, 3, "gir") == 0) {
    const std::size_t at = skip_separators(of, i + 3);
    return of.c.compare(at, 3, "0aa") == 0 && !in_word(of.at(at + 3)) ? at + 3 : 0;
  }
  for (const std::size_t size : outward_codes(of, i)) {
    if (size == 0) continue;
    const std::size_t end = inward_end(of, skip_separators(of, i + size));
    if (end == 0) continue;
    if (any_small(of, i, end) && !known_area(area_at(of, i))) continue;
    return end;
  }
  return 0;
}

// The outward half tells a few streets. In capitals, or where it is said to be one; KS2 is no area
// and CO2, NO2, SO2 are gases.
std::size_t outward_end(const view& of, const words& in, std::size_t i) {
  for (const std::size_t size : outward_codes(of, i)) {
    if (size == 0 || in_word(of.at(i + size))) continue;
    const std::string_view code = std::string_view(of.c).substr(i, size);
    if (!known_area(area_at(of, i))) continue;
    const bool said = in.said_before(i, 4, {"postcode", "postcodes", "code"}) ||
                      in.said_before(i, 2, {"live", "lives", "living", "lived", "from"});
    const bool plain = !any_small(of, i, i + size) && latin(code[1]) && code != "co2" &&
                       code != "so2" && code != "mk1" && code != "mk2";
    if (said || plain) return i + size;
  }
  return 0;
}

}  // namespace

void find_postcodes(const view& of, const words& in, candidates& out) {
  for (std::size_t i = 0; i < of.size(); ++i) {
    if (!latin(of.c[i]) || in_word(of.before(i))) continue;
    if (const std::size_t end = whole_end(of, i); end != 0) {
      out.push_back({personal_kind::postcode, grounds::rule, of.bytes(i, end)});
    } else if (const std::size_t half = outward_end(of, in, i); half != 0) {
      out.push_back({personal_kind::postcode, grounds::shape, of.bytes(i, half)});
    }
  }
}

}  // namespace heard::identity
