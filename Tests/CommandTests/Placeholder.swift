// filled by the tests of the room
