// What people see on a terminal: findings, refusals, and a progress line.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "cli/commands.h"
#include "diagnostics/diagnostic.h"
#include "disk/disk.h"

namespace vav {

// Prints findings on standard error, in the order of their files. `folder` is what their paths are relative to.
void print_findings(const Diagnostics& diagnostics, const DiagnosticsStyle& style, const std::string& folder,
                    const Disk& disk);

// Prints why the world refused, and returns the exit status for it.
Exit refuse(const Failure& failure);

// One line that says what is being done, on a terminal only; erased when it goes out of scope.
class ProgressLine {
 public:
  ProgressLine();
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;
  ProgressLine(ProgressLine&&) = delete;
  ProgressLine& operator=(ProgressLine&&) = delete;

  void show(std::string_view pass) const;

 private:
  bool on_terminal_;
};

}  // namespace vav
