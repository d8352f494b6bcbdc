// The ten lines of the README: a goal, its plan, a change in plain English, a run, and what it says.
import Aura

@main
struct TenLines {
    static func main() async throws {
        let session = try Session()  // no model, a store in memory; plug in your own
        let goal = "Guests check out without an account. Raise completion from 61 % to 68 % within 8 weeks."
        let project = try await session.interpret(text: goal).project
        _ = try await session.plan(project: project)
        print(try await session.outline(project: project).text)
        _ = try await session.edit(project: project, sentence: "add a fraud check before the payment")
        let simulated = try await session.simulate(project: project, seed: 1) { event in
            print((try? event.message) ?? "")
        }
        print(try simulated.explanation.summary)
    }
}
