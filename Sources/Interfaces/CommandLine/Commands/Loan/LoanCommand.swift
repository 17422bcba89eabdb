import ArgumentParser

/// `shanhai loan`: the verbs of a loan's life, in its order.
struct LoanCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "loan", abstract: say(.loanAbstract),
      subcommands: [
        LoanQuoteCommand.self, LoanApplyCommand.self, LoanOriginateCommand.self,
        LoanApproveCommand.self, LoanDisburseCommand.self, LoanRepayCommand.self,
        LoanShowCommand.self, LoanExplainCommand.self, LoanStatementCommand.self,
        LoanListCommand.self,
      ])
  }
}
