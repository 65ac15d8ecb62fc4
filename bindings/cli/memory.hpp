/// @file
/// Memory that is free goes back to the system, so that the command needs little more than it
/// holds.
#pragma once

namespace cli {

/// From here on large blocks go back as soon as they are freed. @pre called before any thread
/// starts
void keep_memory_small();

/// Gives back what earlier work left free between blocks in use.
void give_memory_back();

}  // namespace cli
