/* One channel between a lab and a room, with whoever carries the sticks against it: sequence,
 * receipt, epoch, lease and forks as in formats.md, sections 3 and 4. What is left out is what other
 * tests see to: signatures, sealing, files that are torn.
 *
 * A room can be copied: two of them then go on from the same log (a clone, or a disk that was put
 * back and nobody said so), or the first is gone and the copy begins a new epoch (a restore). The
 * carrier may hand over any stick at any time, put an old one in place of a newer, or lose one.
 *
 * Held, in every state:
 *   - an act counts at most once, whatever is delivered how often;
 *   - what a room has a receipt for, the lab has counted, so the room may forget it;
 *   - bundles are taken in without a gap, and never more acts are done than a lease allows;
 *   - where the lab was shown two logs that differ, it knows.
 * And from every state: once an honest stick goes to and fro, both sides hold the same, unless the
 * lab has seen a fork.
 *
 * Each NO_… leaves out one rule; the test shows that something of the above then fails.
 */

#define ACTS    3    /* acts that people do, in all rooms together */
#define LEAVES  4    /* so many fit into a log */
#define BUNDLES 2    /* bundles that the lab makes */
#define LEASE   2    /* acts that a room may do without being answered */
#ifndef MOVES
#define MOVES   9
#endif               /* what may happen before the honest stick sets out */

#ifdef NO_SEQUENCE
#define FOLLOWS(r, s) true
#else
#define FOLLOWS(r, s) down[s].first <= rooms[r].imported + 1
#endif
#ifdef NO_LEASE
#define MAY_ACT(r) true
#else
#define MAY_ACT(r) rooms[r].spent < LEASE
#endif

#ifdef NO_STALE
#define OF_INTEREST seen.sequence > newest
#else
#define OF_INTEREST true
#endif

typedef Room {
  bool lives;
  byte epoch;              /* 1, or 2 after a restore */
  byte size;
  byte log[LEAVES];        /* acts by number, from 1 */
  byte sequence;           /* of the newest archive */
  byte sized[LEAVES];      /* how large the log was at each archive */
  byte receipted;          /* size of the log that the lab has receipted */
  byte imported;           /* newest bundle */
  byte version;            /* newest metadata */
  byte renewedBy;          /* archive whose echo renewed the lease last */
  byte spent;              /* acts since then */
};

/* An archive: leaves 0 .. to of one room's log, those below `from` left out. */
typedef Up { bool is; byte room; byte epoch; byte sequence; byte from; byte to; byte received };

/* What the lab wrote: bundles first .. last, a receipt, the echo of an archive. */
typedef Down {
  bool is; byte version; byte first; byte last;
  byte epoch; byte sequence; byte size; byte room
};

Room rooms[2];
Up up[2];
Down down[2];

/* The lab. */
byte made, acknowledged, version;
byte epoch = 1;
byte accepted = 1;          /* ghost: the newest epoch that a person agreed to */
byte held, heldRoom;        /* leaves that it holds, and whose log they are */
byte newest;                /* sequence of the newest archive taken in */
byte noted[LEAVES];         /* 1 + the room whose archive of that sequence it has seen, and its size */
byte notedTo[LEAVES];
byte counted[ACTS + 1];
byte waiting;               /* 1 + the room whose new epoch waits */
Up kept;                    /* its newest archive */
Up seen;                    /* the archive that is looked at */
bool forkSeen;

byte acts;                  /* done so far */
byte copied;                /* whether there is a second room, and where the logs part */
byte shown[2];              /* ghost: how far the lab was shown each room's log of epoch 1 */
byte moves;
bool settled;

/* Whether two rooms' logs are the same up to `end`. */
inline compare(one, other, end, result) {
  result = true; k = 0;
  do
  :: k < end -> if :: rooms[one].log[k] != rooms[other].log[k] -> result = false :: else fi; k++
  :: else -> break
  od
}

inline count(one, begin, end) {
  k = begin;
  do
  :: k < end ->
#ifdef NO_HASH
       counted[rooms[one].log[k]]++;
#else
       counted[rooms[one].log[k]] = 1;
#endif
       k++
  :: else -> break
  od
}

/* Copies what is known of an archive. */
inline pass(source, target) {
  target.is = source.is; target.room = source.room; target.epoch = source.epoch;
  target.sequence = source.sequence; target.from = source.from; target.to = source.to;
  target.received = source.received
}

/* The lab reads an archive of its own epoch, which is in `seen`. */
inline takeIn() {
  if
  :: noted[seen.sequence] != 0 && (noted[seen.sequence] != seen.room + 1 || notedTo[seen.sequence] != seen.to) ->
       /* Another text under the same sequence, unless both logs are the same as far as they go. */
       compare(seen.room, noted[seen.sequence] - 1, seen.to, same);
       if :: !same || notedTo[seen.sequence] != seen.to ->
#ifndef NO_FORK
         forkSeen = true;
#endif
         good = false
       :: else skip fi
  :: else
  fi;
  if
  :: good && seen.from <= held && OF_INTEREST ->
       if :: seen.to < held -> upto = seen.to :: else -> upto = held fi;
       compare(seen.room, heldRoom, upto, same);
       if
       :: held > 0 && !same ->
#ifndef NO_FORK
            forkSeen = true;
            good = false
#else
            skip
#endif
       :: else
       fi;
       if
       :: good && seen.sequence > newest && seen.to >= held ->
            assert(seen.epoch == accepted);        /* of a new life only once a person said so */
            count(seen.room, held, seen.to);
            held = seen.to; heldRoom = seen.room; newest = seen.sequence;
            noted[seen.sequence] = seen.room + 1; notedTo[seen.sequence] = seen.to;
            if :: seen.received > acknowledged -> acknowledged = seen.received :: else fi
       :: good && seen.sequence > newest && seen.to < held -> forkSeen = true   /* the log was cut */
       :: else
       fi
  :: else                                                     /* a gap: it waits */
  fi
}

inline labReads(s) {
  good = true;
  if
  :: up[s].is && up[s].epoch == epoch ->
       if :: epoch == 1 && up[s].to > shown[up[s].room] && up[s].from <= held ->
               shown[up[s].room] = up[s].to :: else fi;
       pass(up[s], seen); takeIn()
  :: up[s].is && up[s].epoch > epoch ->
#ifdef NO_QUARANTINE
       epoch = up[s].epoch; held = 0; newest = 0; noted[1] = 0; noted[2] = 0; noted[3] = 0;
       pass(up[s], seen); takeIn()
#else
       if :: waiting == 0 || up[s].sequence > kept.sequence ->
         waiting = up[s].room + 1;
         pass(up[s], kept)
       :: else fi
#endif
  :: else
  fi
}

inline labWrites(s) {
  version++;
  down[s].is = true; down[s].version = version;
  down[s].first = acknowledged + 1; down[s].last = made;
  down[s].epoch = epoch; down[s].sequence = newest; down[s].size = held; down[s].room = heldRoom
}

/* A person at the lab goes on with the new epoch: what it holds begins anew, and bundles go out again
 * from where the restored room says it is. */
inline labAccepts() {
  epoch = kept.epoch; accepted = kept.epoch; held = 0; newest = 0; heldRoom = kept.room;
  noted[1] = 0; noted[2] = 0; noted[3] = 0; waiting = 0;
  acknowledged = kept.received; good = true;
  pass(kept, seen); takeIn(); kept.is = false; seen.is = false; seen.to = 0
}

inline roomReads(r, s) {
  if
  :: down[s].is && down[s].version > rooms[r].version ->
       good = true;
       if
       :: down[s].sequence > 0 && down[s].epoch == rooms[r].epoch ->
            /* A receipt must be for a checkpoint that this room has signed. */
#ifndef NO_RECEIPT
            if
            :: down[s].sequence > rooms[r].sequence ||
               rooms[r].sized[down[s].sequence] != down[s].size -> good = false
            :: else -> compare(r, down[s].room, down[s].size, good)
            fi
#endif
       :: else
       fi;
       if
       :: good ->
            if :: down[s].epoch == rooms[r].epoch && down[s].size > rooms[r].receipted ->
                    rooms[r].receipted = down[s].size :: else fi;
            if
            :: down[s].last > rooms[r].imported && FOLLOWS(r, s) ->
                 assert(down[s].first <= rooms[r].imported + 1);      /* nothing is left out */
                 rooms[r].imported = down[s].last
            :: else
            fi;
            if
            :: down[s].epoch == rooms[r].epoch && down[s].sequence > rooms[r].renewedBy ->
                 rooms[r].renewedBy = down[s].sequence; rooms[r].spent = 0
            :: else
            fi;
            rooms[r].version = down[s].version
       :: else
       fi
  :: else
  fi
}

/* A sync that finds nothing new puts out the same archive again. */
inline roomWrites(r, s) {
  if
  :: rooms[r].size > 0 ->
       if :: rooms[r].sequence == 0 || rooms[r].sized[rooms[r].sequence] < rooms[r].size ->
               rooms[r].sequence++; rooms[r].sized[rooms[r].sequence] = rooms[r].size
          :: else fi;
       if
       :: up[s].is && up[s].epoch == rooms[r].epoch && up[s].room != r &&
          up[s].sequence == rooms[r].sequence ->
            skip                    /* the stick has another file of that name: it is left alone */
       :: else ->
            up[s].is = true; up[s].room = r; up[s].epoch = rooms[r].epoch;
            up[s].sequence = rooms[r].sequence;
            up[s].from = rooms[r].receipted;
            up[s].to = rooms[r].sized[rooms[r].sequence];
            up[s].received = rooms[r].imported
       fi
  :: else
  fi
}

inline act(r) {
  acts++;
  rooms[r].log[rooms[r].size] = acts; rooms[r].size++; rooms[r].spent++;
  assert(rooms[r].spent <= LEASE)
}

inline copyRoom() {
  rooms[1].lives = true; rooms[1].epoch = rooms[0].epoch; rooms[1].size = rooms[0].size;
  rooms[1].sequence = rooms[0].sequence; rooms[1].receipted = rooms[0].receipted;
  rooms[1].imported = rooms[0].imported; rooms[1].version = rooms[0].version;
  rooms[1].renewedBy = rooms[0].renewedBy; rooms[1].spent = rooms[0].spent;
  k = 0;
  do
  :: k < LEAVES -> rooms[1].log[k] = rooms[0].log[k]; rooms[1].sized[k] = rooms[0].sized[k]; k++
  :: else -> break
  od;
  copied = 1
}

/* The copy begins a new life of the log: the acts that no receipt covers are said again. */
inline beginEpoch() {
  rooms[0].lives = false; rooms[1].epoch = 2;
  j = 0; k = rooms[1].receipted;
  do
  :: k < rooms[1].size -> rooms[1].log[j] = rooms[1].log[k]; j++; k++
  :: else -> break
  od;
  rooms[1].size = j; rooms[1].sequence = 0; rooms[1].receipted = 0; rooms[1].renewedBy = 0;
  copied = 2
}

/* Every act at most once; what a room may forget, the lab has; whoever saw two logs knows. */
inline check() {
  k = 1;
  do :: k <= ACTS -> assert(counted[k] <= 1); k++ :: else -> break od;
  j = 0;
  do
  :: j < 2 ->
       k = 0;
       do
       :: rooms[j].lives && k < rooms[j].receipted ->
            assert(counted[rooms[j].log[k]] == 1); k++
       :: else -> break
       od;
       j++
  :: else -> break
  od;
  if
  :: copied == 1 && shown[0] > 0 && shown[1] > 0 ->
       if :: shown[0] < shown[1] -> upto = shown[0] :: else -> upto = shown[1] fi;
       compare(0, 1, upto, same);
       assert(same || forkSeen)
  :: else
  fi
}

proctype world() {
  byte k, j, s, r, upto;
  bool same, good;

  do
  :: atomic { moves < MOVES ->
       moves++;
       if
       :: made < BUNDLES -> made++
       :: labReads(0); labWrites(0)
       :: labReads(1); labWrites(1)
       :: waiting > 0 -> labAccepts()
       :: rooms[0].lives -> roomReads(0, 0); roomWrites(0, 0)
       :: rooms[0].lives -> roomReads(0, 1); roomWrites(0, 1)
       :: rooms[1].lives -> roomReads(1, 0); roomWrites(1, 0)
       :: rooms[1].lives -> roomReads(1, 1); roomWrites(1, 1)
       :: acts < ACTS && rooms[0].lives && rooms[0].imported > 0 && MAY_ACT(0) -> act(0)
       :: acts < ACTS && rooms[1].lives && rooms[1].imported > 0 && MAY_ACT(1) -> act(1)
       :: copied == 0 && rooms[0].imported > 0 -> copyRoom()
       :: copied == 0 && rooms[0].imported > 0 -> copyRoom(); beginEpoch()
       :: up[1].is = false; down[1].is = false                     /* a stick is lost */
       :: pass(up[0], up[1])                                       /* or copied */
       fi;
       check()
     }
  :: atomic { true ->
       /* An honest stick goes to and fro with the room that lives, the copy where both do. */
       if :: rooms[1].lives -> r = 1 :: else -> r = 0 fi;
       s = 0;
       do
       :: s < 3 ->
            up[0].is = false; down[0].is = false;
            roomWrites(r, 0); labReads(0);
            if :: waiting == r + 1 -> labAccepts() :: else fi;
            labWrites(0); roomReads(r, 0);
            check(); s++
       :: else -> break
       od;
       settled = true;
       if
       :: !forkSeen && copied != 1 ->
            assert(rooms[r].imported == made);
            k = 0;
            do
            :: k < rooms[r].size -> assert(counted[rooms[r].log[k]] == 1); k++
            :: else -> break
            od;
            assert(rooms[r].receipted == rooms[r].size)
       :: else
       fi;
       break
     }
  od
}

init {
  rooms[0].lives = true; rooms[0].epoch = 1;
  rooms[1].epoch = 1;
  run world()
}
