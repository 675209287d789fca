import ArgumentParser
import CallboardCLI

@main
enum Callboard {
  static func main() {
    CallboardCommand.main()
  }
}
