Feature: Lend a bicycle

  Scenario: There is a bicycle
    Given a bicycle is free
    When the visitor pays
    Then the lock opens

  Scenario: There is none
    Given no bicycle is free
    When the visitor looks for one
    Then another day is offered
