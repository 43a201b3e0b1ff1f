import './cards.ts'
import './ledger.ts'
import './welcome.ts'
