Feature: Lend a bicycle

  Scenario: There is a bicycle
    Given a bicycle is free
    The visitor pays
