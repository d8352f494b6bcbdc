Feature: Lend a bicycle

  Scenario: There is a bicycle
    Given a bicycle is free

  Scenario: There is a bicycle
    Given a bicycle is free
