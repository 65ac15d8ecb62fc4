# heard_layer(NAME SOURCES file... USES layer... PRIVATE target...)
#
# One layer of the library: an object library, so that heard::core and heard::heard take the same
# objects. USES names the layers below it (docs/architecture.md has the table that
# tests/architecture checks); PRIVATE names outside libraries that only its sources may see.
function(heard_layer name)
  cmake_parse_arguments(arg "" "" "SOURCES;USES;PRIVATE" ${ARGN})
  add_library(heard_${name} OBJECT ${arg_SOURCES})
  target_include_directories(heard_${name}
    PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include>
    PRIVATE ${PROJECT_SOURCE_DIR}/lib)
  target_link_libraries(heard_${name} PRIVATE heard_flags ${arg_PRIVATE})
  target_compile_definitions(heard_${name} PRIVATE FMT_HEADER_ONLY)
  set_property(GLOBAL APPEND PROPERTY HEARD_LAYERS heard_${name})
  foreach(lib IN LISTS arg_PRIVATE)
    set_property(GLOBAL APPEND PROPERTY HEARD_OUTSIDE ${lib})
  endforeach()

  set_property(TARGET heard_${name} PROPERTY HEARD_USES ${arg_USES})
  set_property(TARGET heard_${name} PROPERTY HEARD_PRIVATE ${arg_PRIVATE})
endfunction()

# The layers that `name` stands on, itself included, each once.
function(heard_layers_below name out)
  set(todo ${name})
  set(seen)
  while(todo)
    list(POP_FRONT todo next)
    if(next IN_LIST seen)
      continue()
    endif()
    list(APPEND seen ${next})
    get_target_property(uses heard_${next} HEARD_USES)
    if(uses)
      list(APPEND todo ${uses})
    endif()
  endwhile()
  set(${out} ${seen} PARENT_SCOPE)
endfunction()
