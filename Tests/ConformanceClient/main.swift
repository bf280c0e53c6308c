import Glibc

exit(ConformanceClient.run(Array(CommandLine.arguments.dropFirst())))
