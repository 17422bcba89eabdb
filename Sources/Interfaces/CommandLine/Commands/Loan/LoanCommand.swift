import ArgumentParser

/// `shanhai loan`: the verbs of a loan's life, in its order.
struct LoanCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "loan", abstract: say(.loanAbstract),
      subcommands: [
        LoanQuoteCommand.self, LoanApplyCommand.self, LoanOriginateCommand.self,
        LoanDocumentCommand.self, LoanDocumentsCommand.self, LoanSurveyCommand.self,
        LoanScoreCommand.self, LoanVoteCommand.self, LoanApproveCommand.self,
        LoanRefuseCommand.self, LoanWithdrawCommand.self, LoanContractCommand.self,
        LoanSignCommand.self, LoanExpireCommand.self, LoanConditionCommand.self,
        LoanDisburseCommand.self,
        LoanRepayCommand.self,
        LoanShowCommand.self, LoanListCommand.self,
      ])
  }
}
