#include "handles.hpp"

const char* heard_buffer_data(const heard_buffer* buffer, size_t* size) {
  if (size != nullptr) *size = buffer == nullptr ? 0 : buffer->bytes.size();
  return buffer == nullptr ? "" : buffer->bytes.c_str();
}

void heard_buffer_free(heard_buffer* buffer) {
  delete buffer;
}
