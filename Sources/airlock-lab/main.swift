import CommandSupport

Program.run(AirlockLab.self, explain: LabErrors.failure)
