# Holds links.csv and review.csv of a run against the truth of generated lists.
#
# awk -f linkage-score.awk -v list=passports persons.csv TRUTH.csv links.csv review.csv
#
# An entry counts by its best candidate: the link (probability 1 where an exact method made it), else
# the likeliest row of review.csv. Right = the candidate is the entry's person, by any of its numbers.

function person(employee) { return employee in persons ? persons[employee] : employee }

# The first `count` fields of a CSV line into `cells`; quotes as RFC 4180 has them.
function cut(line, count,    place, cell) {
  for (place = 1; place <= count; place++) {
    if (line ~ /^"/) {
      match(line, /^"([^"]|"")*"/)
      cell = substr(line, 2, RLENGTH - 2)
      gsub(/""/, "\"", cell)
      line = substr(line, RLENGTH + 2)
    } else {
      cell = line
      sub(/,.*/, "", cell)
      line = substr(line, length(cell) + 2)
    }
    cells[place] = cell
  }
}

{ sub(/\r$/, "") }
FNR == 1 { part++; next }
part == 1 { split($0, pair, ","); persons[pair[1]] = pair[2]; next }
part == 2 { split($0, truth, ","); expected[truth[1]] = truth[3]; next }

part == 3 {
  cut($0, 10)
  if (cells[1] != list) next
  entries++
  right = expected[cells[3]]
  inside += right != ""
  if (cells[10] == "linked") {
    exact = cells[8] != "probabilistic"
    probability = exact ? 1 : cells[9]
    employee = cells[5] "/" cells[6]
    good = right != "" && person(employee) == right
    linked++
    linkedRight += good
    add(probability, good, exact)
    if (right != "") reached++
  } else {
    subjectTruth[cells[4]] = right == "" ? "-" : right
  }
  next
}

part == 4 {
  cut($0, 5)
  subject = cells[2]
  if (!(subject in subjectTruth)) next
  good = person(cells[3]) == subjectTruth[subject]
  if (good && !(subject in fetched)) { fetched[subject] = 1; reached++ }
  if (!(subject in best) || cells[5] + 0 > best[subject]) {
    best[subject] = cells[5] + 0
    bestRight[subject] = good
  }
}

function add(probability, good, exact,    bin) {
  count++
  bin = int(probability * 1000000 + 0.5)
  all[bin]++
  hits[bin] += good
  if (exact) return
  bin = band(probability)
  bandCount[bin]++
  bandHits[bin] += good
  bandSum[bin] += probability
}

function band(probability) {
  if (probability >= 0.999) return 9
  if (probability >= 0.99) return 8
  if (probability >= 0.95) return 7
  if (probability >= 0.9) return 6
  if (probability >= 0.8) return 5
  if (probability >= 0.65) return 4
  if (probability >= 0.5) return 3
  if (probability >= 0.35) return 2
  return probability >= 0.1 ? 1 : 0
}

function f1(hit, taken) { return taken + inside > 0 ? 2 * hit / (taken + inside) : 0 }

END {
  for (subject in best) add(best[subject], bestRight[subject], 0)
  taken = hit = 0
  highest = -1
  for (bin = 1000000; bin >= 0; bin--) {
    if (!(bin in all)) continue
    taken += all[bin]
    hit += hits[bin]
    if (bin >= 500000) { halfTaken = taken; halfHit = hit }
    if (f1(hit, taken) > highest) { highest = f1(hit, taken); at = bin / 1000000 }
    if (hit >= 0.999 * taken) sure = hit / inside
  }
  printf "  %s: %d entries, %d of people in the staff extract\n", list, entries, inside
  printf "    at accept  precision %.4f  recall %.4f  F1 %.4f\n", \
    linked ? linkedRight / linked : 0, linkedRight / inside, f1(linkedRight, linked)
  printf "    at 0.5     precision %.4f  recall %.4f  F1 %.4f\n", \
    halfTaken ? halfHit / halfTaken : 0, halfHit / inside, f1(halfHit, halfTaken)
  printf "    best F1 %.4f at %.3f; recall %.4f where precision is 0.999\n", highest, at, sure
  printf "    recall lost before comparison %.4f\n", 1 - reached / inside
  split("0 0.1 0.35 0.5 0.65 0.8 0.9 0.95 0.99 0.999", from, " ")
  printf "    calibration  from      pairs  said   right\n"
  for (bin = 0; bin <= 9; bin++) {
    if (!(bin in bandCount)) continue
    printf "                 %-6s %8d  %.3f  %.3f\n", from[bin + 1], bandCount[bin], \
      bandSum[bin] / bandCount[bin], bandHits[bin] / bandCount[bin]
  }
}
