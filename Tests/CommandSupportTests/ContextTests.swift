import CommandSupport
import Testing
import Vocabulary

@Suite struct ContextTests {
  @Test func theSystemGivesFreshBytesAndATimeAfter2020() {
    let context = Context.system
    #expect(context.random(0).isEmpty)
    #expect(context.random(300).count == 300)
    #expect(context.random(16) != context.random(16))
    #expect(context.now() > 1_577_836_800_000)
  }
}
