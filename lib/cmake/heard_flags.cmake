# One interface target carries what every translation unit is compiled with.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_C_STANDARD 99)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_C_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

add_library(heard_flags INTERFACE)
# Fused multiply-add would make figures depend on the machine.
target_compile_options(heard_flags INTERFACE -ffp-contract=off -Wall -Wextra -Wpedantic
  $<$<COMPILE_LANGUAGE:CXX>:-Wshadow -Wnon-virtual-dtor>
  # g++ 12 sees overlaps in std::string's own operator+ (its bug 105329).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
if(HEARD_WERROR)
  target_compile_options(heard_flags INTERFACE -Werror)
endif()
# Tests that take longer to compile than to run have the property HEARD_QUICK_BUILD.
set(heard_quick $<BOOL:$<TARGET_PROPERTY:HEARD_QUICK_BUILD>>)
target_compile_options(heard_flags INTERFACE $<$<AND:$<CONFIG:Release>,${heard_quick}>:-O1>)
if(HEARD_SANITIZE)
  # Lines are all that a report of a sanitizer needs; the rest of -g takes a third of the time.
  target_compile_options(heard_flags INTERFACE -fsanitize=${HEARD_SANITIZE} -fno-omit-frame-pointer
    -fno-sanitize-recover=all $<IF:${heard_quick},-O0,-O1> -g1)
  target_link_options(heard_flags INTERFACE -fsanitize=${HEARD_SANITIZE})
endif()
if(HEARD_COVERAGE)
  target_compile_options(heard_flags INTERFACE --coverage -O0)
  target_link_options(heard_flags INTERFACE --coverage)
endif()
