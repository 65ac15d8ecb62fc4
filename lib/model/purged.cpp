#include <heard/model/purged.hpp>

#include <algorithm>
#include <string>

namespace heard {

hash128 hash_of_words(std::vector<std::string_view> answers) {
  std::sort(answers.begin(), answers.end());
  std::string all;
  for (const std::string_view answer : answers) {
    all += answer;
    all += '\0';
  }
  return hash_bytes(all);
}

hash128 hash_of_words(const consultation& of, response_id response) {
  std::vector<std::string_view> words;
  const auto [first, last] = of.answers_of(response);
  for (std::uint32_t row = first.value; row < last.value; ++row) {
    const std::string_view text = of.text_of(answer_id(row));
    if (!text.empty()) words.push_back(text);
  }
  return hash_of_words(std::move(words));
}

}  // namespace heard
