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
        LoanDisburseCommand.self, LoanRepayCommand.self, LoanRemindCommand.self,
        LoanPromiseCommand.self, LoanNoteCommand.self, LoanCallGroupCommand.self,
        LoanCallGuarantorCommand.self, LoanShowCommand.self, LoanExplainCommand.self,
        LoanStatementCommand.self, LoanListCommand.self,
      ] + servicing)
  }

  /// The changes of a signed loan.
  private static let servicing: [any ParsableCommand.Type] = [
    LoanPayoffCommand.self, LoanRefundCommand.self, LoanChargeCostsCommand.self,
    LoanExtendCommand.self, LoanRenewCommand.self, LoanRescheduleCommand.self,
    LoanRateCommand.self, LoanPauseCommand.self, LoanGraduateCommand.self,
    LoanStateWaiverCommand.self, LoanMisuseCommand.self, LoanClassifyCommand.self,
    LoanWaiveCommand.self, LoanWriteOffCommand.self, LoanDiedCommand.self, LoanTakeOverCommand.self,
    LoanTransferCommand.self, LoanReverseCommand.self, LoanConfirmCommand.self,
    LoanDeclineCommand.self, LoanProposalsCommand.self,
  ]
}
