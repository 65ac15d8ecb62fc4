# Snowball comes without a CMake or pkg-config file.
find_path(STEMMER_INCLUDE_DIR libstemmer.h REQUIRED)
find_library(STEMMER_LIBRARY NAMES stemmer REQUIRED)
add_library(heard_stemmer INTERFACE)
target_include_directories(heard_stemmer SYSTEM INTERFACE ${STEMMER_INCLUDE_DIR})
target_link_libraries(heard_stemmer INTERFACE ${STEMMER_LIBRARY})
