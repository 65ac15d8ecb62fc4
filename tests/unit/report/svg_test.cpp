#include "report/html.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace heard::reporting;

namespace {

bool draws(const chart_block& of, const std::string& part) {
  return to_svg(of, "c").find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("bars are as long as their shares") {
  // The longest bar, 40%, ends the axis; 72% of the width is for bars, so a share of 10% takes 18%.
  chart_block chart;
  chart.title = "Title";
  chart.bars = {{"A", 0, 40, 100, 0}, {"B", 0, 10, 100, 0}, {"C", 0, 0, 100, 0}};
  CHECK(draws(chart, "width=\"72.00%\""));
  CHECK(draws(chart, "width=\"18.00%\""));
  CHECK(draws(chart, ">40%</text>"));
  CHECK(draws(chart, ">20%</text>"));
  CHECK(draws(chart, ">10 (10%)</text>"));
  CHECK(draws(chart, ">0 (0%)</text>"));
  // One more than 40% needs an axis to 60%.
  chart.bars[0].count = 41;
  CHECK(draws(chart, ">60%</text>"));
  CHECK(draws(chart, "width=\"12.00%\""));
}

TEST_CASE("what rests on rules alone is a bar of its own, after the rest") {
  chart_block chart;
  chart.bars = {{"A", 0, 10, 10, 4}};
  CHECK(draws(chart, "<rect class=\"bar\" x=\"0\" y=\"18\" width=\"43.20%\""));
  CHECK(draws(chart, "<rect class=\"bar rule\" x=\"43.20%\" y=\"18\" width=\"28.80%\""));
}

TEST_CASE("a chart has a name and a description, and needs no base") {
  chart_block chart;
  chart.title = "<Title>";
  chart.description = "\"Description\"";
  chart.bars = {{"A", 0, 0, 0, 0}};
  CHECK(draws(chart, "role=\"img\""));
  CHECK(draws(chart, "<title>&lt;Title&gt;</title><desc id=\"c\">&quot;Description&quot;</desc>"));
  CHECK(draws(chart, "aria-describedby=\"c\""));
  CHECK(draws(chart, ">0 (-)</text>"));
}

TEST_CASE("long labels are wrapped at spaces, longer words anywhere") {
  chart_block chart;
  chart.bars = {{"Kinship carer, special guardian or other family carer", 0, 1, 10, 0},
                {std::string(45, 'x'), 1, 1, 10, 0}};
  CHECK(draws(chart, ">Kinship carer, special guardian or</text>"));
  CHECK(draws(chart, ">other family carer</text>"));
  CHECK(draws(chart, ">" + std::string(38, 'x') + "</text>"));
  CHECK(draws(chart, ">" + std::string(7, 'x') + "</text>"));
}
